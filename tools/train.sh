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
train all --corpora "$corpora" --work "$work" --weights src/Heliograph/Language/Weights
train attribution --attribution "$corpora/attribution" --held-out --output src/Heliograph/Language/Weights/attribution.model
train confidence --attribution "$corpora/attribution" --tagger src/Heliograph/Language/Weights/attribution.model --output src/Heliograph/Extraction/Lexicons/confidence-weights.tsv
train factuality --judgements "$corpora/factuality/uds-dev.jsonl" --output src/Heliograph/Extraction/Lexicons/factuality-weights.tsv
train deep --corpora "$corpora" --package "$encoder" --checkpoint "$work/deep.checkpoint" --output src/Heliograph/Language/Weights
train attribution --model deep --attribution "$corpora/attribution" --held-out --output src/Heliograph/Language/Weights/attribution-deep.model
