# What is installed besides the libraries themselves (see tokki_library in CMakeLists.txt).
include(CMakePackageConfigHelpers)

install(DIRECTORY include/tokki DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN *.h*)

set(tokki_cmake_dir ${CMAKE_INSTALL_LIBDIR}/cmake/tokki)
configure_package_config_file(cmake/tokki-config.cmake.in tokki-config.cmake
  INSTALL_DESTINATION ${tokki_cmake_dir} NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(tokki-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES
  ${CMAKE_CURRENT_BINARY_DIR}/tokki-config.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/tokki-config-version.cmake
  DESTINATION ${tokki_cmake_dir})

# A static library needs what it is made of at every link, a shared one brings it along. Where only
# the static one is there, it is what -ltokki finds.
set(tokki_requires "Requires.private")
if(NOT BUILD_SHARED_LIBS AND NOT TARGET tokki_shared)
  set(tokki_requires "Requires")
endif()
file(RELATIVE_PATH tokki_prefix_from_pc
  ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
cmake_path(APPEND tokki_pc_libdir "\${prefix}" ${CMAKE_INSTALL_LIBDIR})  # or as it is, if absolute
cmake_path(APPEND tokki_pc_includedir "\${prefix}" ${CMAKE_INSTALL_INCLUDEDIR})
configure_file(cmake/tokki.pc.in tokki.pc @ONLY)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/tokki.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

if(TOKKI_BUILD_CLI)
  if(BUILD_SHARED_LIBS)  # the command finds the library beside it, wherever both are moved
    file(RELATIVE_PATH tokki_lib_from_bin
      ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_LIBDIR})
    set_target_properties(tokki_cli PROPERTIES INSTALL_RPATH "$ORIGIN/${tokki_lib_from_bin}")
  endif()
  install(TARGETS tokki_cli)
endif()
install(DIRECTORY schemas editions DESTINATION ${CMAKE_INSTALL_DATADIR}/tokki
  FILES_MATCHING PATTERN *.json)
install(FILES README.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR})
