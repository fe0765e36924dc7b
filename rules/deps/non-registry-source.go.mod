module example.com/app

go 1.24

require (
	// ok: deps/non-registry-source
	github.com/gin-gonic/gin v1.10.0
)

// ok: deps/non-registry-source
replace example.com/own => ../own
// ruleid: deps/non-registry-source
replace github.com/gin-gonic/gin => github.com/someone/gin v1.0.0
