#include "text/uuid.hpp"

#include <gtest/gtest.h>

#include <string>

namespace tokki {
namespace uuid_test {

using namespace internal;

// The namespace of DNS names (RFC 9562, 6.6).
constexpr UuidBytes kDns{0x6B, 0xA7, 0xB8, 0x10, 0x9D, 0xAD, 0x11, 0xD1,
                         0x80, 0xB4, 0x00, 0xC0, 0x4F, 0xD4, 0x30, 0xC8};

// As Python's uuid.uuid5() makes them; the first is the example of RFC 9562.
TEST(NamedUuid, IsThatOfTheStandard) {
  EXPECT_EQ(named_uuid(kDns, "www.example.com"), "2ed6657d-e927-568b-95e1-2665a8aea6a2");
  EXPECT_EQ(named_uuid(kDns, std::string(200, 'x')), "ddcc691a-b8e2-53e5-b059-6a232874b2eb");
  EXPECT_EQ(named_uuid("義務"), "894f4fce-988a-5df4-9aae-a248c308b5df");
}

// Names whose hashed bytes, 16 of the namespace before them, end around the end of a block.
TEST(NamedUuid, OfAnyLength) {
  EXPECT_EQ(named_uuid(kDns, std::string(0, 'x')), "4ebd0208-8328-5d69-8c44-ec50939c0967");
  EXPECT_EQ(named_uuid(kDns, std::string(38, 'x')), "f3ddef67-6e5b-53ca-baa2-12b379ef6ced");
  EXPECT_EQ(named_uuid(kDns, std::string(39, 'x')), "2f80c0d1-1c62-579f-8d68-e61ad5592c9b");
  EXPECT_EQ(named_uuid(kDns, std::string(40, 'x')), "e56fd57a-7633-5e1d-8f80-70e05ac413e5");
  EXPECT_EQ(named_uuid(kDns, std::string(47, 'x')), "a112377b-8258-5ef7-b5b0-d2540bc03abb");
  EXPECT_EQ(named_uuid(kDns, std::string(48, 'x')), "83993b6c-dea9-55ca-be5b-9989c85943fc");
  EXPECT_EQ(named_uuid(kDns, std::string(49, 'x')), "a0f0b33b-afbf-5cad-b334-d8140d5af575");
}

}  // namespace uuid_test
}  // namespace tokki
