# Debian packages, by `cpack` in the build's folder: tokki (the command and the shared libraries),
# libtokki-dev, and python3-tokki where the Python package is built.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_CONTACT "The tokki authors")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS OFF)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_COMPONENTS_ALL runtime dev)

set(CPACK_DEBIAN_RUNTIME_PACKAGE_NAME tokki)
set(CPACK_DEBIAN_RUNTIME_PACKAGE_SECTION utils)
set(CPACK_COMPONENT_RUNTIME_DESCRIPTION
"The command tokki and the libraries libtokki and libtokki-c. They check the
declarations (todokedesho) that Japanese public contracts ask for, and the
chains of subcontracts beneath them.")

set(CPACK_DEBIAN_DEV_PACKAGE_NAME libtokki-dev)
set(CPACK_DEBIAN_DEV_PACKAGE_SECTION libdevel)
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS
  "tokki (= ${PROJECT_VERSION}), libsimdjson-dev, libicu-dev, libfmt-dev, zlib1g-dev, libssl-dev")
set(CPACK_COMPONENT_DEV_DESCRIPTION
"Headers and static libraries, for find_package(tokki) and pkg-config, C++ and C.")

if(TARGET tokki_python)
  list(APPEND CPACK_COMPONENTS_ALL python)
  math(EXPR python_next "${tokki_python_minor} + 1")
  set(CPACK_DEBIAN_PYTHON_PACKAGE_NAME python3-tokki)
  set(CPACK_DEBIAN_PYTHON_PACKAGE_SECTION python)
  set(CPACK_DEBIAN_PYTHON_PACKAGE_DEPENDS
    "tokki (= ${PROJECT_VERSION}), python3 (>= 3.${tokki_python_minor}), python3 (<< 3.${python_next})")
  set(CPACK_COMPONENT_PYTHON_DESCRIPTION
    "The Python package tokki: records, checks, chains, Arrow.")
endif()
include(CPack)
