# ruleid: deps/too-new-version
npm install left-pad --min-release-age=0

# ruleid: deps/too-new-version
npm config set min-release-age 0

# ruleid: deps/too-new-version
bun add zod --minimum-release-age 0

# ok: deps/too-new-version
npm install zod --min-release-age=7

# ok: deps/too-new-version
npm install zod

# ok: deps/too-new-version
echo min-release-age=0

