#include "text/sha256.hpp"

#include <openssl/evp.h>

#include <array>
#include <new>

namespace tokki::inline v0::internal {
namespace {

// SHA-256 needs no more than memory: nothing else can fail.
void demand(bool succeeded) {
  if (!succeeded) throw std::bad_alloc();
}

// Looked up once: OpenSSL searches its providers each time that it is asked by EVP_sha256().
const EVP_MD* algorithm() {
  static const EVP_MD* const found = EVP_MD_fetch(nullptr, "SHA256", nullptr);
  return found != nullptr ? found : EVP_sha256();
}

void begin(EVP_MD_CTX* context) { demand(EVP_DigestInit_ex(context, algorithm(), nullptr) == 1); }

}  // namespace

void Sha256::Free::operator()(EVP_MD_CTX* context) const noexcept { EVP_MD_CTX_free(context); }

Sha256::Sha256() : context_(EVP_MD_CTX_new()) {
  demand(context_ != nullptr);
  begin(context_.get());
}

Sha256::Sha256(const Sha256& other) : context_(EVP_MD_CTX_new()) {
  demand(context_ != nullptr);
  demand(EVP_MD_CTX_copy_ex(context_.get(), other.context_.get()) == 1);
}

void Sha256::add(std::string_view bytes) {
  demand(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1);
}

std::string Sha256::finish() {
  std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
  unsigned size = 0;
  demand(EVP_DigestFinal_ex(context_.get(), digest.data(), &size) == 1);
  begin(context_.get());
  constexpr std::string_view kDigits = "0123456789abcdef";
  std::string hex;
  for (unsigned i = 0; i < size; ++i) {
    hex += kDigits[digest[i] >> 4U];
    hex += kDigits[digest[i] & 0xFU];
  }
  return hex;
}

}  // namespace tokki::inline v0::internal
