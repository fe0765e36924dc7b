#!/bin/bash
# ruleid: guard/security-step-removed
rm .github/workflows/codeql.yml
# ruleid: guard/security-step-removed
rm CODEOWNERS
# ruleid: guard/security-step-removed
gh workflow disable security.yml
# ruleid: guard/security-step-removed
echo "CVE-2024-1" >> .trivyignore
# ruleid: guard/security-step-removed
rm tests/auth.test.ts
# ruleid: guard/security-step-removed
cat > .github/workflows/ci.yml <<'E'
jobs:
  scan:
    steps:
      - run: semgrep ci || true
E
# ruleid: guard/security-step-removed
rm .github/dependabot.yml
# ruleid: guard/security-step-removed
gh api -X DELETE repos/o/r/vulnerability-alerts

# ok: guard/security-step-removed
cat > .github/workflows/lint.yml <<'E'
jobs:
  lint:
    steps:
      - run: npm run lint || true
E
# ok: guard/security-step-removed
rm tests/math.test.ts
# ok: guard/security-step-removed
gh workflow list
# ok: guard/security-step-removed
cat > .github/workflows/scan.yml <<'E'
jobs:
  scan:
    steps:
      - run: semgrep ci
E
# ok: guard/security-step-removed
rm .github/workflows/old-release.yml
# ok: guard/security-step-removed
semgrep scan .
