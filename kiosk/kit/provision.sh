#!/bin/sh
# Makes a Debian or Raspberry Pi OS machine a screen of the board. Run as root: provision.sh https://bacheca.example.it
# provision.sh --print DIRECTORY ADDRESS only writes the files, below DIRECTORY; the tests and careful people use that.
set -eu

root=""
if [ "${1:-}" = "--print" ]; then
  root="${2:?directory}"
  shift 2
fi
address="${1:-}"
case "$address" in
  https://*|http://localhost|http://localhost:*) ;;
  *) echo "usage: $0 [--print DIRECTORY] https://board.example" >&2; exit 2 ;;
esac
address="${address%/}"
case "$address" in *[!A-Za-z0-9.:/_-]*) echo "not an address: $address" >&2; exit 2 ;; esac
kit="$(cd "$(dirname "$0")" && pwd)"

if [ -z "$root" ]; then
  [ "$(id -u)" = 0 ] || { echo "run it as root" >&2; exit 1; }
  export DEBIAN_FRONTEND=noninteractive
  apt-get update -q
  apt-get install -y -q --no-install-recommends cage chromium dbus-user-session fonts-dejavu-core curl
  id bacheca >/dev/null 2>&1 || useradd --create-home --shell /usr/sbin/nologin --groups video,render,input,audio bacheca
fi

install -d "$root/etc/systemd/system" "$root/etc/chromium/policies/managed" "$root/usr/local/bin" "$root/etc/bacheca"
printf 'BACHECA_ADDRESS=%s\n' "$address" > "$root/etc/bacheca/screen.env"
install -m 0644 "$kit/bacheca-schermo.service" "$kit/bacheca-guardia.service" "$kit/bacheca-guardia.timer" "$root/etc/systemd/system/"
install -m 0755 "$kit/bacheca-schermo" "$kit/bacheca-guardia" "$root/usr/local/bin/"
# The allow-list names the one origin; everything else is refused by the browser itself.
sed "s|@ADDRESS@|$address|g" "$kit/policies.json" > "$root/etc/chromium/policies/managed/bacheca.json"

if [ -z "$root" ]; then
  systemctl daemon-reload
  systemctl disable --now getty@tty1.service || true
  systemctl enable --now bacheca-schermo.service bacheca-guardia.timer
  echo "The screen starts now and shows a code: type it at the desk, $address/admin/displays/pair"
fi
