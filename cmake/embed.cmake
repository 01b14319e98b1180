# Puts data files into the library, so that it needs no files at run time.
#
# tokki_embed(NAME id file [id file …]) sets NAME_sources and NAME_include_dir. The header
# embedded.hpp declares each file's text as tokki::embedded::id.
function(tokki_embed name)
  set(dir ${CMAKE_CURRENT_BINARY_DIR}/${name})
  set(header "#pragma once\n#include <string_view>\nnamespace tokki::embedded {\n")
  set(sources "")
  set(items ${ARGN})
  while(items)
    list(POP_FRONT items id file)
    string(APPEND header "extern const std::string_view ${id};  // ${file}\n")
    add_custom_command(
      OUTPUT ${dir}/${id}.cpp
      COMMAND ${CMAKE_COMMAND} -Did=${id} -Dfile=${CMAKE_CURRENT_SOURCE_DIR}/${file}
              -Dout=${dir}/${id}.cpp -P ${CMAKE_CURRENT_SOURCE_DIR}/cmake/embed_file.cmake
      DEPENDS ${file} ${CMAKE_CURRENT_SOURCE_DIR}/cmake/embed_file.cmake
      VERBATIM)
    list(APPEND sources ${dir}/${id}.cpp)
  endwhile()
  string(APPEND header "}  // namespace tokki::embedded\n")
  file(CONFIGURE OUTPUT ${dir}/embedded.hpp CONTENT "${header}" @ONLY)
  set(${name}_sources ${sources} PARENT_SCOPE)
  set(${name}_include_dir ${dir} PARENT_SCOPE)
endfunction()
