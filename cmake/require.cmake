# tokki_require(package debian-package [version] [COMPONENTS …]): find_package, and when there is
# none, the line that installs it.
macro(tokki_require package debian)
  find_package(${package} ${ARGN} QUIET)
  if(NOT ${package}_FOUND)
    string(REGEX MATCH " [0-9.]+" tokki_at_least " ${ARGV2}")
    message(FATAL_ERROR "tokki needs ${package}${tokki_at_least}, which was not found. On Debian or Ubuntu:\n  apt-get install ${debian}")
  endif()
endmacro()
