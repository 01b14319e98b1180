// sha256.hpp: SHA-256 of what comes piece by piece.
#pragma once

#include <memory>
#include <string>
#include <string_view>

// As OpenSSL declares it.
using EVP_MD_CTX = struct evp_md_ctx_st;

namespace tokki::inline v0::internal {

class Sha256 {
 public:
  Sha256();
  Sha256(const Sha256& other);  ///< goes on where the other stands
  Sha256(Sha256&&) noexcept = default;
  Sha256& operator=(const Sha256&) = delete;
  Sha256& operator=(Sha256&&) noexcept = default;
  ~Sha256() = default;

  void add(std::string_view bytes);
  /// In hexadecimal. Begins anew.
  [[nodiscard]] std::string finish();

 private:
  struct Free {
    void operator()(EVP_MD_CTX* context) const noexcept;
  };

  std::unique_ptr<EVP_MD_CTX, Free> context_;
};

}  // namespace tokki::inline v0::internal
