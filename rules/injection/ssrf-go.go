package preview

import (
	"fmt"
	"net/http"
	"net/url"

	"github.com/gin-gonic/gin"
)

var allowedHosts = map[string]bool{"api.example.com": true}

func preview(w http.ResponseWriter, r *http.Request) {
	target := r.URL.Query().Get("url")
	// ruleid: injection/ssrf-go
	resp, err := http.Get(target)
	forward(w, resp, err)
}

func image(c *gin.Context) {
	// ruleid: injection/ssrf-go
	resp, err := httpClient.Get(c.Query("src"))
	proxy(c, resp, err)
}

func webhook(c *gin.Context) {
	var body struct{ URL string }
	if err := c.ShouldBindJSON(&body); err != nil {
		return
	}
	// ruleid: injection/ssrf-go
	req, _ := http.NewRequest("POST", body.URL, nil)
	http.DefaultClient.Do(req)
}

func status(w http.ResponseWriter, r *http.Request) {
	host := r.FormValue("host")
	// ruleid: injection/ssrf-go
	resp, err := http.Get("http://" + host + "/status")
	forward(w, resp, err)
}

func formatted(w http.ResponseWriter, r *http.Request) {
	address := fmt.Sprintf("https://%s/health", r.FormValue("host"))
	// ruleid: injection/ssrf-go
	req, _ := http.NewRequestWithContext(r.Context(), http.MethodGet, address, nil)
	http.DefaultClient.Do(req)
}

func (s *Server) fetch(w http.ResponseWriter, r *http.Request) {
	raw := r.Header.Get("X-Callback")
	u, err := url.Parse(raw)
	if err != nil {
		return
	}
	// ruleid: injection/ssrf-go
	resp, err := s.client.Get(u.String())
	forward(w, resp, err)
}

func listed(w http.ResponseWriter, r *http.Request) {
	u, err := url.Parse(r.URL.Query().Get("url"))
	if err != nil || !allowedHosts[u.Hostname()] {
		return
	}
	// ok: injection/ssrf-go
	resp, err := http.Get(u.String())
	forward(w, resp, err)
}

func listedText(w http.ResponseWriter, r *http.Request) {
	target := r.URL.Query().Get("url")
	u, err := url.Parse(target)
	if err != nil || !allowedHosts[u.Host] {
		return
	}
	// ok: injection/ssrf-go
	resp, err := http.Get(target)
	forward(w, resp, err)
}

func user(w http.ResponseWriter, r *http.Request) {
	// ok: injection/ssrf-go
	resp, err := http.Get("https://api.example.com/users/" + r.PathValue("name"))
	forward(w, resp, err)
}

func query(c *gin.Context) {
	// ok: injection/ssrf-go
	resp, err := http.Get(fmt.Sprintf("https://api.example.com/search?q=%s", c.Query("q")))
	proxy(c, resp, err)
}

func (s *Server) item(w http.ResponseWriter, r *http.Request) {
	// ok: injection/ssrf-go
	resp, err := s.client.Get(s.baseURL + "/items/" + url.PathEscape(r.PathValue("id")))
	forward(w, resp, err)
}

func Fetch(address string) (*http.Response, error) {
	// ok: injection/ssrf-go
	return http.Get(address)
}

func body(w http.ResponseWriter, r *http.Request) {
	// ok: injection/ssrf-go
	resp, err := http.Post("https://api.example.com/events", "application/json", r.Body)
	forward(w, resp, err)
}

func hooks(app App, client *Broker) {
	app.OnDelete().Bind(&hook.Handler[*Event]{
		Id: "drop",
		Func: func(e *Event) error {
			// ok: injection/ssrf-go
			messages := client.Get(e.Key)
			return e.Next(messages)
		},
	})
}
