#!/usr/bin/env bash
# Drives one case over REST the whole way: submitted in Fyrbodal, sorted by both sides, prepared, decided in VVG, answered by SRO,
# spread to the areas. Prints each step in plain words; ends with another code than 0 at the first thing that is not as it should.
#
#   deploy/run.sh --demo          in one window
#   docs/rest-genomgang.sh        in another
#
#   CASEFLOW_URL=http://localhost:5080
#
# Needs bash, curl and node. It signs in as the demo's accounts, whose password is no secret: outside the demo they cannot sign in.
set -euo pipefail
url=${CASEFLOW_URL:-http://localhost:5080}
password=visa-mig-runt
run=$(date +%s)-$$
counter=0
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

say() { printf '• %s\n' "$*"; }
fail() { printf '✗ %s\n' "$*" >&2; [ -s "$work/body" ] && cat "$work/body" >&2 && echo >&2; exit 1; }

# Reads the last answer: an expression over d, printed as text.
json() { node -e 'const d=JSON.parse(require("fs").readFileSync(process.argv[1],"utf8")); const v=eval(process.argv[2]); if(v===undefined||v===null) process.exit(3); console.log(typeof v==="object"?JSON.stringify(v):v)' "$work/body" "$1"; }

# call ACCOUNT METHOD PATH EXPECTED-STATUS [BODY] [IF-MATCH]
call() {
  local account=$1 method=$2 path=$3 expected=$4 body=${5:-} version=${6:-} status
  local args=(-sS -o "$work/body" -w '%{http_code}' -X "$method" -H 'Accept: application/json' -H 'Accept-Language: sv')
  [ -n "$account" ] && args+=(-H "Authorization: Bearer $(cat "$work/key-$account")")
  counter=$((counter + 1))
  [ "$method" = POST ] && args+=(-H "Idempotency-Key: genomgang-$run-$counter")
  [ -n "$version" ] && args+=(-H "If-Match: \"$version\"")
  [ -n "$body" ] && args+=(-H 'Content-Type: application/json' --data-binary "$body")
  status=$(curl "${args[@]}" "$url/v1$path") || fail "$method $path: no answer from $url"
  [ "$status" = "$expected" ] || fail "$method $path: expected $expected, got $status"
}

sign_in() {
  call "" PUT /api-keys/rest-genomgang 200 "{\"email\":\"$1@demo.example\",\"password\":\"$password\"}"
  json d.key >"$work/key-$1" || fail "no key for $1"
}

# task ACCOUNT ELEMENT SUBJECT: id and version of the account's open task; waits for it at most half a minute.
task() {
  local found
  for _ in $(seq 60); do
    call "$1" GET '/tasks?limit=200' 200
    found=$(json "d.items.filter(t=>t.element==='$2'&&t.subject==='$3').map(t=>t.id+' '+t.version)[0]") && { echo "$found"; return; }
    sleep 0.5
  done
  return 1
}

# complete ACCOUNT ELEMENT SUBJECT ANSWERS
complete() {
  local open
  open=$(task "$1" "$2" "$3") || fail "$1 has no task $2 for $3"
  call "$1" POST "/tasks/${open% *}/completion" 200 "{\"answers\":$4}" "${open#* }"
}

# Letters are sent by a job of their own, so a status may come a moment later; waits at most half a minute.
status_is() {
  for _ in $(seq 60); do
    call processledare.fyrbodal GET "/cases/$number" 200
    [ "$(json d.status)" = "$1" ] && return
    sleep 0.5
  done
  fail "the case has status $(json d.status), not $1"
}

curl -sS -o "$work/body" "$url/v1/api-info" || fail "no answer from $url"
say "Talar med $(json d.apiName) $(json d.apiVersion) på $url"
for account in processledare.fyrbodal beredningsansvarig.vastkom beredningsansvarig.vgr ordforande.vastkom ordforande.vgr sro-sekretariat; do sign_in "$account"; done
say "Sex konton har fått var sin nyckel"

today=$(date +%F)
call processledare.fyrbodal POST /cases 201 '{
  "area": "fyrbodal",
  "answers": {
    "rubrik": "Riktlinje för trygg hemgång",
    "fraga": "Hemgång efter sjukhusvistelse fungerar olika i länet. En gemensam riktlinje behövs.",
    "lansfragaDatum": "'"$today"'",
    "lansfragaMotiv": "Frågan återkommer i alla kommuner i området och hänger på båda huvudmännen.",
    "omfattning": "hela-lanet",
    "varforInteDelregionalt": "Rutinen behöver vara densamma i hela länet.",
    "onskatResultat": "stallningstagande",
    "effekt": "rekommenderande",
    "nytta": "Samma stöd var man än bor i länet.",
    "kontakt": "Processledare i området"
  }
}'
number=$(json d.number)
say "Processledaren i Fyrbodal har lämnat in ärende $number"
status_is under-sortering

for side in vastkom vgr; do
  complete "beredningsansvarig.$side" BedomSortering "$number" '{"utfall":"vvg","behandling":"stallningstagande"}'
  say "Beredningsansvarig för $side sorterar till VVG"
done
status_is beredning

complete beredningsansvarig.vastkom BeredUnderlag "$number" '{
  "sammanfattning": "Frågan, varför den är gemensam och vad VVG ombeds göra.",
  "behandling": "stallningstagande",
  "effekt": "rekommenderande",
  "forslag": "Vårdsamverkan Västra Götaland ställer sig bakom riktlinjen.",
  "foredragande": "Beredningen, VästKom och VGR",
  "minuter": 20,
  "spridas": true,
  "uppfoljningSaknas": "Uppföljningen görs i den ordinarie uppföljningen av hemgång.",
  "nasta": "klart"
}'
say "Paret har berett underlaget"
status_is pa-dagordning

call beredningsansvarig.vgr POST /meetings 201 '{"body":"vvg","kind":"ordinarie","date":"'"$today"'","startsAt":"09:00:00","endsAt":"12:00:00","place":"Göteborg och digitalt"}'
meeting=$(json d.meetingId)
name=$(json d.number)
say "Mötet $name är planerat"
call beredningsansvarig.vgr POST "/meetings/$meeting/items" 200 '{"case":"'"$number"'","minutes":20}'
item=$(json d.itemId)
say "Ärendet står på dagordningen"

# Several meetings may have the same name; the task's id begins with the meeting's.
task_of_meeting() { # account, element
  for _ in $(seq 60); do
    call "$1" GET '/tasks?limit=200' 200
    json "d.items.filter(t=>t.element==='$2'&&t.id.startsWith('${meeting//-/}')).map(t=>t.id+' '+t.version)[0]" && return
    [ "${3:-wait}" = once ] && return 1
    sleep 0.5
  done
  return 1
}
open=$(task_of_meeting beredningsansvarig.vgr ByggDagordning) || fail "no task to send the notice"
call beredningsansvarig.vgr POST "/tasks/${open% *}/completion" 200 '{"answers":{"syfte":"Gemensam inriktning i länsgemensamma frågor."}}' "${open#* }"
say "Kallelsen är skickad"

# The chair changes side every year: the one whose task it is holds the meeting.
chair=
for _ in $(seq 60); do
  for side in vgr vastkom; do
    if task_of_meeting "ordforande.$side" HallMote once >/dev/null; then chair=ordforande.$side; break 2; fi
  done
  sleep 0.5
done
[ -n "$chair" ] || fail "nobody holds the meeting"
call "$chair" GET "/meetings/$meeting" 200
version=$(json "d.items.find(i=>i.id==='$item').version")
call "$chair" POST "/meetings/$meeting/items/$item/clauses" 200 '{"clauses":["staller-sig-bakom"],"effect":"rekommenderande","consensus":true,"toBeSpread":true}' "$version"
say "VVG ställer sig bakom, rekommenderande ($chair)"
status_is underlag-till-sro

complete beredningsansvarig.vastkom SkrivSroUnderlag "$number" '{"sammanfattning":"SRO ombeds rekommendera riktlinjen till huvudmännen.","effekt":"rekommenderande"}'
status_is hos-sro
say "Underlaget ligger hos SRO"
complete sro-sekretariat GranskaSroUnderlag "$number" '{"komplett":"ja","sroDatum":"'"$today"'"}'
complete sro-sekretariat RegistreraSroSvar "$number" '{
  "sroSvar": "besvarat",
  "sroDatum": "'"$today"'",
  "satser": ["rekommenderar"],
  "ordalydelse": "SRO rekommenderar huvudmännen att anta riktlinjen."
}'
say "SRO har svarat"
status_is sprids
call processledare.fyrbodal GET "/cases/$number/escalations" 200
[ "$(json 'd[0].answer')" = besvarat ] || fail "SRO's answer is not on the case"

# One place for each area, and one for the step that holds them together.
spreading() {
  call processledare.fyrbodal GET "/cases/$number/places" 200
  json "d.filter(p=>p.element==='SpridOchForankra').length-1"
}
call processledare.fyrbodal GET /areas 200
areas=$(json d.total)
[ "$(spreading)" = "$areas" ] || fail "expected a task for each of $areas areas"
say "$areas områden har fått var sin uppgift att sprida och förankra"
complete processledare.fyrbodal SpridOchForankra "$number" '{"spridd":true,"hur":"Ledningsgrupp och chefsbrev."}'
left=$(spreading)
[ "$left" = $((areas - 1)) ] || fail "the task of Fyrbodal did not end"
say "Fyrbodal har bekräftat; $left områden återstår"

call processledare.fyrbodal GET "/cases/$number/timeline" 200
say "Ärendets historik har $(json d.length) händelser. Klart: $url/arenden/$number"
