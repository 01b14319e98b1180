#!/usr/bin/env bash
# A compiler launcher for the stranger's project: takes the objects that the build under test has
# made of the same sources with other options, so that the test does not compile tokki once more.
# What depends on where things stand (the data files, the version) is compiled.
for argument; do
  [ "${previous:-}" != -o ] || object=$argument
  previous=$argument
done
made=$TOKKI_OBJECTS/${object#*/tokki_objects.dir/}
case $object in
  */tokki_objects.dir/src/version.cpp.o | */tokki_objects.dir/embedded/*) ;;
  */tokki_objects.dir/*) [ ! -f "$made" ] || exec cp "$made" "$object" ;;
esac
exec "$@"
