# Finds Chromium for the stories, or installs Debian's. Sourced after common.sh.

find_chromium() {
  local candidate
  for candidate in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
    if [ -n "$candidate" ] && command -v "$candidate" >/dev/null 2>&1; then
      CHROMIUM=$(command -v "$candidate")
      say "Browser: $CHROMIUM"
      return
    fi
  done
  if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
    say "Installing Chromium for the stories (apt-get install chromium) ..."
    if apt-get update -qq >/dev/null 2>&1 && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium >/dev/null 2>&1; then
      CHROMIUM=$(command -v chromium)
      return
    fi
  fi
  fail "The stories need Chromium and found none: apt-get install chromium, or set CHROMIUM to it."
}
