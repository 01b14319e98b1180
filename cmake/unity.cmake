# tokki_unity(target source…) compiles the sources of each folder as one file when TOKKI_UNITY is on:
# headers, which cost most of the time, are then read once a folder. Development builds keep the files
# apart, so that one change compiles one file; CI builds both, which keeps each file's includes honest.
function(tokki_unity target)
  if(NOT TOKKI_UNITY)
    return()
  endif()
  foreach(source IN LISTS ARGN)
    cmake_path(ABSOLUTE_PATH source BASE_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
    cmake_path(GET source PARENT_PATH folder)
    cmake_path(RELATIVE_PATH folder BASE_DIRECTORY ${PROJECT_SOURCE_DIR})
    string(REPLACE "/" "-" group ${folder})
    set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${group})
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()
