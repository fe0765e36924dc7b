#!/bin/bash
# ruleid: shell/rm-variable-expansion
rm -rf "$DIR"/*
# ruleid: shell/rm-variable-expansion
rm -rf $BUILD_DIR
# ruleid: shell/rm-variable-expansion
rm -rf ${OUT}/
# ruleid: shell/rm-variable-expansion
rm -rf "$(get_dir)"
# ruleid: shell/rm-variable-expansion
rm -rf "$PREFIX/lib"
# ruleid: shell/rm-variable-expansion
cd "$TARGET"; rm -rf *
# ruleid: shell/rm-variable-expansion
sudo rm -fr "${APP_HOME}"

# ok: shell/rm-variable-expansion
rm -rf "${DIR:?}"/*
# ok: shell/rm-variable-expansion
BUILD=build; rm -rf "$BUILD"/*
# ok: shell/rm-variable-expansion
T=$(mktemp -d); rm -rf "$T"
# ok: shell/rm-variable-expansion
rm -rf "./out/$NAME"
# ok: shell/rm-variable-expansion
rm -rf "/tmp/$NAME"
# ok: shell/rm-variable-expansion
set -u; rm -rf "$DIR/out"
# ok: shell/rm-variable-expansion
rm -f "$FILE"
# ok: shell/rm-variable-expansion
echo "rm -rf $DIR"
