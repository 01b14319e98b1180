# Writes `file` as the C++ source `out`, which defines tokki::embedded::`id`.
file(READ ${file} hex HEX)
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${hex}")
file(WRITE ${out} "#include \"embedded.hpp\"
namespace tokki::embedded {
static constexpr char bytes_of_${id}[] = {${bytes}};
const std::string_view ${id}{bytes_of_${id}, sizeof bytes_of_${id}};
}  // namespace tokki::embedded
")
