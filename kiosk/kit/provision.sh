#!/bin/sh
# Makes a Debian or Raspberry Pi OS machine a screen of the board. Run as root: provision.sh [--slips] [--turn 90] https://bacheca.example.it
# --lan http://host:port: a board without https in the own network. The browser asks this machine itself (http://localhost counts as secure, so that it keeps
# the application), and systemd hands the line on.
# --slips: visitors may print on the machine's own printer. --turn 90, 180 or 270: the screen hangs upright or upside down. --files DIRECTORY only writes the files, below DIRECTORY, for tests and careful people;
# --inside DIRECTORY does everything to a Debian tree there that is not running, an image for a card.
set -eu

root=""
inside=""
printer=""
turn=""
far=""
while :; do
  case "${1:-}" in
    --slips) printer=yes; shift ;;
    --turn) turn="${2:?degrees}"; shift 2 ;;
    --lan) far=yes; shift ;;
    --files) root="${2:?directory}"; shift 2 ;;
    --inside) root="${2:?directory}"; inside=yes; shift 2 ;;
    *) break ;;
  esac
done
address="${1:-}"
case "$far$address" in
  https://*|http://localhost|http://localhost:*|yeshttp://?*) ;;
  *) echo "usage: $0 [--slips] [--turn 90|180|270] [--files DIRECTORY | --inside DIRECTORY] https://board.example | --lan http://host:port" >&2; exit 2 ;;
esac
address="${address%/}"
case "$address" in *[!A-Za-z0-9.:/_-]*) echo "not an address: $address" >&2; exit 2 ;; esac
if [ -n "$far" ]; then
  host="${address#http://}"
  case "$host" in */*) echo "not an address: $address" >&2; exit 2 ;; esac
  case "$host" in *:*) ;; *) host="$host:80" ;; esac
  far="$address"
  address="http://localhost:8079"
fi
case "$turn" in ""|90|180|270) ;; *) echo "not 90, 180 or 270 degrees: $turn" >&2; exit 2 ;; esac
kit="$(cd "$(dirname "$0")" && pwd)"

# On the machine itself, or in the tree.
there() {
  if [ -n "$inside" ]; then chroot "$root" "$@"; else "$@"; fi
}
if [ -z "$root" ] || [ -n "$inside" ]; then
  [ "$(id -u)" = 0 ] || { echo "run it as root" >&2; exit 1; }
  export DEBIAN_FRONTEND=noninteractive
  there apt-get update -q
  # The first line is there on a machine that runs and not in a bare tree: who starts the units, gives the seat and makes the groups.
  # Without xwayland cage ends at once.
  there apt-get install -y -q --no-install-recommends systemd-sysv udev libpam-systemd \
    cage xwayland wlr-randr chromium procps dbus-user-session fonts-dejavu-core curl ca-certificates ${printer:+cups}
  there id bacheca >/dev/null 2>&1 ||
    there useradd --create-home --shell /usr/sbin/nologin --groups video,render,input,audio bacheca
fi

install -d "$root/etc/systemd/system" "$root/etc/chromium/policies/managed" "$root/usr/local/bin" "$root/etc/bacheca" \
  "$root/etc/systemd/logind.conf.d"
printf 'BACHECA_ADDRESS=%s\n' "$address" > "$root/etc/bacheca/screen.env"
if [ -n "$far" ]; then
  printf 'BACHECA_FAR=%s\n' "$far" >> "$root/etc/bacheca/screen.env"
  install -m 0644 "$kit/bacheca-ponte.socket" "$root/etc/systemd/system/"
  sed "s|@HOST@|$host|" "$kit/bacheca-ponte.service" > "$root/etc/systemd/system/bacheca-ponte.service"
fi
[ -z "$turn" ] || printf 'BACHECA_TURN=%s\n' "$turn" >> "$root/etc/bacheca/screen.env"
[ -z "$printer" ] || echo 'BACHECA_PRINTER=yes' >> "$root/etc/bacheca/screen.env"
install -m 0644 "$kit/bacheca-schermo.service" "$kit/bacheca-guardia.service" "$kit/bacheca-guardia.timer" "$root/etc/systemd/system/"
install -m 0644 "$kit/bacheca-tasti.conf" "$root/etc/systemd/logind.conf.d/"
install -m 0755 "$kit/bacheca-vetro" "$kit/bacheca-schermo" "$kit/bacheca-guardia" "$root/usr/local/bin/"
# The allow-list names the one origin; everything else is refused by the browser itself.
sed "s|@ADDRESS@|$address|g; ${printer:+s|\"PrintingEnabled\": false|\"PrintingEnabled\": true|}" "$kit/policies.json" > "$root/etc/chromium/policies/managed/bacheca.json"

if [ -n "$inside" ]; then
  there systemctl enable bacheca-schermo.service bacheca-guardia.timer ${far:+bacheca-ponte.socket}
  there systemctl disable getty@tty1.service || true
elif [ -z "$root" ]; then
  systemctl daemon-reload
  systemctl disable --now getty@tty1.service || true
  systemctl enable --now ${far:+bacheca-ponte.socket} bacheca-schermo.service bacheca-guardia.timer
  echo "The screen starts now and shows a code: type it at the desk, ${far:-$address}/admin/displays/pair"
fi
