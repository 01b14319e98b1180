# What is installed besides the libraries themselves (see tokki_library in CMakeLists.txt), in three
# components, which cmake/packages.cmake makes packages of: runtime, dev and python.
include(CMakePackageConfigHelpers)

install(DIRECTORY include/tokki
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT dev FILES_MATCHING PATTERN *.h*)

set(tokki_cmake_dir ${CMAKE_INSTALL_LIBDIR}/cmake/tokki)
configure_package_config_file(cmake/tokki-config.cmake.in tokki-config.cmake
  INSTALL_DESTINATION ${tokki_cmake_dir} NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(tokki-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES
  ${CMAKE_CURRENT_BINARY_DIR}/tokki-config.cmake
  ${CMAKE_CURRENT_BINARY_DIR}/tokki-config-version.cmake
  DESTINATION ${tokki_cmake_dir} COMPONENT dev)

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
set(tokki_pcs tokki)
if(TOKKI_BUILD_C)
  list(APPEND tokki_pcs tokki-c)
endif()
foreach(pc IN LISTS tokki_pcs)
  configure_file(cmake/${pc}.pc.in ${pc}.pc @ONLY)
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/${pc}.pc
    DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT dev)
endforeach()

if(TOKKI_BUILD_CLI)
  if(BUILD_SHARED_LIBS)  # the command finds the library beside it, wherever both are moved
    file(RELATIVE_PATH tokki_lib_from_bin
      ${CMAKE_INSTALL_FULL_BINDIR} ${CMAKE_INSTALL_FULL_LIBDIR})
    set_target_properties(tokki_cli PROPERTIES INSTALL_RPATH "$ORIGIN/${tokki_lib_from_bin}")
  endif()
  install(TARGETS tokki_cli RUNTIME COMPONENT runtime)

  # The command writes its own manual pages and completions.
  set(tokki_own ${CMAKE_CURRENT_BINARY_DIR}/share)
  set(tokki_own_files "")
  function(tokki_writes file destination)  # by the command ARGN
    cmake_path(GET file PARENT_PATH folder)
    add_custom_command(OUTPUT ${tokki_own}/${file}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${tokki_own}/${folder}
      COMMAND tokki_cli ${ARGN} > ${tokki_own}/${file}
      DEPENDS tokki_cli VERBATIM)
    set(tokki_own_files ${tokki_own_files} ${tokki_own}/${file} PARENT_SCOPE)
    install(FILES ${tokki_own}/${file} DESTINATION ${destination} COMPONENT runtime)
  endfunction()
  set(tokki_share ${CMAKE_INSTALL_DATADIR})
  tokki_writes(en/tokki.1 ${CMAKE_INSTALL_MANDIR}/man1 man --lang en)
  tokki_writes(ja/tokki.1 ${CMAKE_INSTALL_MANDIR}/ja/man1 man --lang ja)
  tokki_writes(bash/tokki ${tokki_share}/bash-completion/completions completions bash)
  tokki_writes(zsh/_tokki ${tokki_share}/zsh/vendor-completions completions zsh)
  tokki_writes(fish/tokki.fish ${tokki_share}/fish/vendor_completions.d completions fish)
  # Where zsh looks for what is not the system's.
  install(FILES ${tokki_own}/zsh/_tokki DESTINATION ${tokki_share}/zsh/site-functions)
  add_custom_target(tokki_own_files ALL DEPENDS ${tokki_own_files})
endif()
install(DIRECTORY schemas editions DESTINATION ${CMAKE_INSTALL_DATADIR}/tokki COMPONENT runtime
  FILES_MATCHING PATTERN *.json)
install(FILES README.md README.ja.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT runtime)
install(DIRECTORY docs DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT runtime)
