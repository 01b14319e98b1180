"""An independent project finds tokki in every way that README names, builds, and works.

Usage: packaging_test.py BUILD_DIR SOURCE_DIR
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path
from typing import ClassVar

BUILD = Path()
SOURCE = Path()
CMAKE = "/usr/bin/cmake"
PROGRAMS = ("check_form", "build_form")
ARCHIVES = ("tokki-c", "tokki")


def ran(*command: str | Path, **environment: str) -> str:
    run = subprocess.run(
        [str(part) for part in command],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
        env={**os.environ, **environment},
    )
    if run.returncode != 0:
        raise AssertionError(f"{command}\n{run.stdout}")
    return run.stdout


def cached(name: str) -> str:
    """A setting of the build under test."""
    cache = (BUILD / "CMakeCache.txt").read_text(encoding="utf-8")
    found = re.search(rf"^{name}:\w+=(.*)$", cache, re.MULTILINE)
    return found[1] if found else ""


class Stranger(unittest.TestCase):
    scratch: ClassVar[Path]
    prefix: ClassVar[Path]
    lib: ClassVar[Path]

    @classmethod
    def setUpClass(cls) -> None:
        cls.scratch = Path(tempfile.mkdtemp(prefix="tokki-packaging-"))
        # Not where it was configured for: an installed tokki can be moved.
        cls.prefix = cls.scratch / "elsewhere"
        ran(CMAKE, "--install", BUILD, "--prefix", cls.prefix)
        cls.lib = cls.prefix / cached("CMAKE_INSTALL_LIBDIR")

    @classmethod
    def tearDownClass(cls) -> None:
        shutil.rmtree(cls.scratch)

    def build(self, name: str, *settings: str, of: str = "stranger", language: str = "CXX") -> Path:
        build = self.scratch / name
        ran(
            *(CMAKE, "-G", "Ninja", "-S", SOURCE / "tests/packaging" / of, "-B", build),
            f"-DEXAMPLES={SOURCE / 'examples/cpp'}",
            *(
                f"-D{setting}={cached(setting)}"
                for setting in (f"CMAKE_{language}_COMPILER", f"CMAKE_{language}_FLAGS")
            ),
            f"-DCMAKE_PREFIX_PATH={self.prefix}",
            *settings,
        )
        ran(CMAKE, "--build", build)
        return build

    def works(self, folder: Path, **environment: str) -> None:
        for program in PROGRAMS:
            expected = (SOURCE / f"examples/cpp/{program}.out").read_text(encoding="utf-8")
            self.assertEqual(ran(folder / program, **environment), expected)

    def works_in_c(self, program: Path, **environment: str) -> None:
        form = SOURCE / "examples/declarations/japan-only-dropbox-in-the-usa.json"
        expected = (SOURCE / "examples/c/check_form.out").read_text(encoding="utf-8")
        self.assertEqual(ran(program, form, **environment), expected)

    def needs(self, program: Path) -> list[str]:
        return re.findall(r"NEEDED.*\[(.*)\]", ran("readelf", "--dynamic", program))

    def test_find_package_static(self) -> None:
        build = self.build("static", "-DTOKKI_KIND=static")
        self.works(build)
        self.assertFalse([name for name in self.needs(build / "check_form") if "tokki" in name])

    def test_find_package_shared(self) -> None:
        build = self.build("shared", "-DTOKKI_KIND=shared")
        self.works(build)
        needed = self.needs(build / "check_form")
        self.assertIn("libtokki.so.0.1", needed)
        self.works_in_c(build / "c_form")
        # tokki's own dependencies must not be needed by its users.
        self.assertFalse([name for name in needed if re.search("icu|simdjson|fmt|crypto", name)])

    def test_find_package_follows_build_shared_libs(self) -> None:
        build = self.build("follows", "-DBUILD_SHARED_LIBS=ON")
        self.assertIn("libtokki.so.0.1", self.needs(build / "check_form"))

    def test_find_package_from_c(self) -> None:
        build = self.build(
            "in-c",
            *(
                f"-DCMAKE_DISABLE_FIND_PACKAGE_{library}=ON"  # it needs none of them
                for library in ("simdjson", "ICU", "fmt", "ZLIB", "OpenSSL")
            ),
            of="stranger_in_c",
            language="C",
        )
        self.works_in_c(build / "c_form")

    def test_find_package_for_both(self) -> None:
        for kind in ("static", "shared"):
            build = self.build(f"both-{kind}", f"-DTOKKI_KIND=c;{kind}")
            self.works(build)
            self.works_in_c(build / "c_form")

    def test_an_unknown_kind_is_refused(self) -> None:
        for kind in ("dynamic", "static;shared", "c;dynamic"):
            with self.assertRaisesRegex(AssertionError, "tokki is not installed as"):
                self.build("unknown", f"-DTOKKI_KIND={kind}")

    def test_a_missing_c_interface_is_named(self) -> None:
        without = self.scratch / "without-c"
        shutil.copytree(self.prefix, without, symlinks=True)
        for file in without.rglob("tokki-c.cmake"):
            file.unlink()
        with self.assertRaisesRegex(AssertionError, "without its C interface"):
            self.build("without", "-DTOKKI_KIND=c", f"-DCMAKE_PREFIX_PATH={without}")

    def pkg_config(self, *arguments: str, package: str = "tokki") -> list[str]:
        path = str(self.lib / "pkgconfig")
        return ran("pkg-config", *arguments, package, PKG_CONFIG_PATH=path).split()

    def test_pkg_config(self) -> None:
        self.assertEqual(self.pkg_config("--modversion"), [cached("CMAKE_PROJECT_VERSION")])
        compiler = cached("CMAKE_CXX_COMPILER")
        for kind in ("shared", "static"):
            static = ["--static"] if kind == "static" else []
            flags = self.pkg_config("--cflags", "--libs", *static)
            if static:
                # The archive itself, since -ltokki prefers the shared library beside it.
                flags = [str(self.lib / "libtokki.a") if f == "-ltokki" else f for f in flags]
            else:
                self.assertFalse([flag for flag in flags if "icu" in flag or "simdjson" in flag])
            folder = self.scratch / f"pkg-config-{kind}"
            folder.mkdir()
            for program in PROGRAMS:
                source = SOURCE / f"examples/cpp/{program}.cpp"
                own = cached("CMAKE_CXX_FLAGS").split()
                ran(compiler, "-std=c++20", *own, source, "-o", folder / program, *flags)
            self.works(folder, LD_LIBRARY_PATH=str(self.lib))

    def test_pkg_config_from_c(self) -> None:
        for kind in ("shared", "static"):
            static = ["--static"] if kind == "static" else []
            flags = self.pkg_config("--cflags", "--libs", *static, package="tokki-c")
            if static:
                archives = {f"-l{name}": str(self.lib / f"lib{name}.a") for name in ARCHIVES}
                flags = [archives.get(flag, flag) for flag in flags]
            program = self.scratch / f"c_form_{kind}"
            own = cached("CMAKE_C_FLAGS").split()
            source = SOURCE / "examples/c/check_form.c"
            ran(cached("CMAKE_C_COMPILER"), "-std=c99", *own, source, "-o", program, *flags)
            self.works_in_c(program, LD_LIBRARY_PATH=str(self.lib))
            needed = "".join(self.needs(program))
            self.assertEqual("tokki" in needed, kind == "shared")

    def test_add_subdirectory(self) -> None:
        os.environ["TOKKI_OBJECTS"] = str(BUILD / "CMakeFiles/tokki_objects.dir")
        launcher = SOURCE / "tests/packaging/reuse_objects.sh"
        build = self.build(
            "subdirectory", f"-DTOKKI_SOURCE={SOURCE}", f"-DCMAKE_CXX_COMPILER_LAUNCHER={launcher}"
        )
        self.works(build)
        flags = "".join(
            entry["command"]
            for entry in json.loads(ran("ninja", "-C", build, "-t", "compdb"))
            if "/stranger" not in entry["output"]
        )
        self.assertRegex(flags, "src/check/checker.cpp|unity_src-check")
        self.assertNotIn("-Wall", flags)
        installed = self.scratch / "stranger-installed"
        ran(CMAKE, "--install", build, "--prefix", installed)
        self.assertEqual(
            sorted(path.name for path in installed.rglob("*") if path.is_file()), sorted(PROGRAMS)
        )

    def test_only_what_is_public_is_exported(self) -> None:
        symbols = ran("nm", "-DC", "--defined-only", self.lib / "libtokki.so").splitlines()
        # v0 is the inline namespace of the version.
        names = [line.split(maxsplit=2)[2].replace("tokki::v0::", "tokki::") for line in symbols]
        self.assertGreater(len(names), 100)
        public = "\n".join(
            path.read_text(encoding="utf-8") for path in (SOURCE / "include/tokki").glob("*.hpp")
        )
        for name in names:
            with self.subTest(name):
                function = re.fullmatch(
                    r"tokki::(?:(\w+)::)?(~?\w+|operator[=<]+)(?:\[.*\])?\(.*", name
                )
                if function is None:
                    self.fail("not a function of tokki's")
                self.assertRegex(public, rf"(?<!\w){re.escape(function[2])}\(")
                if function[1]:
                    self.assertRegex(public, rf"(?:class|struct) TOKKI_EXPORT {function[1]} ")

    def test_every_public_function_is_exported(self) -> None:
        """Those declared in a header and defined elsewhere, outside classes."""
        declared = re.compile(
            r"^(?!inline|constexpr|template|static|friend|using|struct|class|enum|extern|return)"
            r"(?:\[\[nodiscard\]\] )?([\w:][^;{}()=#/]*?)\b(\w+)\([^;{}]*?(?:\{\}[^;{}]*?)*\)"
            r"(?: noexcept)?;",
            re.MULTILINE,
        )
        found = 0
        internal = re.compile(r"namespace internal \{.*?\}  // namespace internal", re.DOTALL)
        for path in (SOURCE / "include/tokki").glob("*.hpp"):
            public = internal.sub("", path.read_text(encoding="utf-8"))
            for before, name in declared.findall(public):
                found += 1
                self.assertIn("TOKKI_EXPORT", before, f"{path.name}: {name}")
        self.assertGreater(found, 40)

    def test_a_missing_library_is_named_with_its_debian_package(self) -> None:
        setup = (SOURCE / "tools/setup").read_text(encoding="utf-8")
        (listed,) = re.findall(r" build\) packages\+=\((.*?)\)", setup, re.DOTALL)
        files = (SOURCE / "CMakeLists.txt", SOURCE / "bindings/cli/CMakeLists.txt")
        text = "".join(file.read_text(encoding="utf-8") for file in files)
        named = set()
        for library in re.findall(r"tokki_require\((\w+)", text):
            run = subprocess.run(
                [
                    *(CMAKE, "-G", "Ninja", "-S", SOURCE, "-B", self.scratch / library),
                    *("-DTOKKI_BUILD_TESTS=OFF", "-DTOKKI_BUILD_C=OFF"),
                    f"-DCMAKE_DISABLE_FIND_PACKAGE_{library}=ON",
                ],
                stderr=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                encoding="utf-8",
                check=False,
            )
            self.assertNotEqual(run.returncode, 0)
            self.assertIn(f"tokki needs {library}", run.stderr)
            named |= set(re.findall(r"apt-get install (\S+)", run.stderr))
        self.assertEqual(named, {name for name in listed.split() if name.endswith("-dev")})

    def test_the_command_and_its_data_are_installed(self) -> None:
        sample = SOURCE / "examples/declarations/sole-proprietor-usb-only.json"
        ran(self.prefix / "bin/tokki", "check", sample)
        share = self.prefix / "share"
        for path in (
            *(SOURCE / "schemas").glob("*.json"),
            *(SOURCE / "editions").glob("*.json"),
        ):
            installed = share / "tokki" / path.relative_to(SOURCE)
            self.assertEqual(installed.read_bytes(), path.read_bytes())
        for page in ("README.md", "LICENSE", "docs/architecture.md", "docs/terms.md"):
            self.assertTrue((share / "doc/tokki" / page).is_file(), page)
        for file, begins in (
            ("man/man1/tokki.1", ".TH TOKKI 1"),
            ("man/ja/man1/tokki.1", ".TH TOKKI 1"),
            ("bash-completion/completions/tokki", "# bash completion"),
            ("zsh/site-functions/_tokki", "#compdef tokki"),
            ("fish/vendor_completions.d/tokki.fish", "# fish completion"),
        ):
            self.assertTrue((share / file).read_text(encoding="utf-8").startswith(begins), file)


if __name__ == "__main__":
    BUILD, SOURCE = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    unittest.main(argv=sys.argv[:1])
