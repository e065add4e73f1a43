# SPDX-License-Identifier: GPL-3.0-or-later
# SPDX-FileCopyrightText: The Rotunda authors
#
# What build-aux/run and build-aux/test share: installing what is missing, and building a tree.
# Sourced, from the top folder of the sources.

build_packages=(
  gcc libc6-dev pkg-config meson ninja-build python3
  libgtk-4-dev libadwaita-1-dev libgdk-pixbuf-2.0-dev libjson-glib-dev libcsv-dev libuchardet-dev
  libxlsxwriter-dev libminizip-dev libical-dev libqrencode-dev
  gettext desktop-file-utils appstream itstool yelp-tools libxml2-utils shared-mime-info
  adwaita-icon-theme librsvg2-common
)

test_packages=(
  git xvfb xauth xdotool x11-xserver-utils metacity imagemagick dbus dbus-x11
  at-spi2-core gir1.2-atspi-2.0 python3-pyatspi python3-gi python3-jsonschema
  fonts-cantarell fonts-noto-cjk poppler-utils zbar-tools strace mandoc
)

# Progress goes to standard error, so that a program's own output stays clean.
say () {
  printf '%s\n' "$*" >&2
}

# Prints those of the packages named that are not installed.
missing_packages () {
  local package
  for package; do
    case $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) in
      *' ok installed') ;;
      *) printf '%s\n' "$package" ;;
    esac
  done
}

# install_packages PACKAGE...: installs the missing ones; touches nothing when there are none.
install_packages () {
  local missing as_root=()

  if ! command -v apt-get >/dev/null || ! command -v dpkg-query >/dev/null; then
    say "There is no apt-get here, so nothing was installed. What is needed, by its Debian names:"
    say "  $*"
    return 0
  fi
  mapfile -t missing < <(missing_packages "$@")
  [ ${#missing[@]} -gt 0 ] || return 0

  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      say "These packages are missing, and installing them needs root or sudo:"
      say "  ${missing[*]}"
      say "As root: apt-get install --no-install-recommends ${missing[*]}"
      return 1
    fi
    as_root=(sudo)
  fi
  say "Installing ${#missing[@]} packages: ${missing[*]}"
  local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -q -y
             -o DPkg::Lock::Timeout=300 -o Acquire::Retries=3)
  if ! "${apt[@]}" update >&2 ||
     ! "${apt[@]}" install --no-install-recommends "${missing[@]}" >&2 </dev/null; then
    say "The packages could not be installed. What apt-get wrote above says why."
    return 1
  fi
}

# build_tree FOLDER [MESON OPTION...]: sets the tree up when it is new, and builds it.
# Returns 0 when all is well, 1 when it does not build, 2 when it builds with compiler warnings.
build_tree () {
  local tree=$1 log status=0
  shift

  [ -e "$tree/build.ninja" ] || LC_ALL=C.UTF-8 meson setup "$tree" "$@" >&2 || return 1
  log=$tree/meson-logs/compile.txt
  LC_ALL=C.UTF-8 ninja -C "$tree" -k 0 2>&1 | tee "$log" >&2
  [ "${PIPESTATUS[0]}" -eq 0 ] || status=1
  if [ $status -eq 0 ] && grep -q '^\.\./.*: warning: ' "$log"; then
    status=2
  fi
  # Without its log ninja builds everything again: what it warned of once is not forgotten.
  [ $status -eq 0 ] || rm -f "$tree/.ninja_log"
  return $status
}
