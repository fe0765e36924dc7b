package history

import (
	"context"
	"net/http"
	"os/exec"
	"time"
)

func Log(w http.ResponseWriter, r *http.Request) {
	ctx, cancel := context.WithTimeout(r.Context(), 5*time.Second)
	defer cancel()
	file := r.URL.Query().Get("file")
	cmd := exec.CommandContext(ctx, "git", "log", "--oneline", "--", file)
	cmd.Dir = "/srv/repo"
	out, err := cmd.Output()
	if err != nil {
		http.Error(w, "log failed", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	_, _ = w.Write(out)
}
