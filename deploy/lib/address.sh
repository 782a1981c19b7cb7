# Words that become part of an address. Sourced by run.sh.

# encoded TEXT: every sign that may mean something in an address as %XX.
encoded() {
  local LC_ALL=C text=$1 out= sign i
  for ((i = 0; i < ${#text}; i++)); do
    sign=${text:i:1}
    case $sign in
      [A-Za-z0-9._~-]) out+=$sign ;;
      *) printf -v sign '%%%02X' "'$sign" && out+=$sign ;;
    esac
  done
  printf '%s' "$out"
}
