package tools

import (
	"encoding/json"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"syscall"
)

type job struct {
	Command string
	Folder  string
}

func (j *job) run() error {
	// ruleid: injection/os-command-string-go
	return exec.Command("sh", "-c", j.Command).Run()
}

func handleJob(w http.ResponseWriter, req *http.Request) {
	body, _ := io.ReadAll(req.Body)
	var j job
	if err := json.Unmarshal(body, &j); err != nil {
		return
	}
	// ruleid: injection/os-command-string-go
	exec.Command("bash", "-c", j.Folder).Run()
	j.run()
}

func handleReferrer(w http.ResponseWriter, httpReq *http.Request) {
	// ruleid: injection/os-command-string-go
	exec.Command("sh", "-c", "echo "+httpReq.Referer()).Run()
}

func replace(w http.ResponseWriter, r *http.Request) {
	// ruleid: injection/os-command-string-go
	syscall.Exec("/bin/sh", []string{"sh", "-c", r.FormValue("command")}, os.Environ())
}

func appended(w http.ResponseWriter, r *http.Request) {
	cmd := exec.Command("bash")
	// ruleid: injection/os-command-string-go
	cmd.Args = append(cmd.Args, "-c", r.FormValue("command"))
	cmd.Run()
}

func written(w http.ResponseWriter, r *http.Request) {
	cmd := exec.Command("/bin/sh")
	// ruleid: injection/os-command-string-go
	cmd.Stdin = strings.NewReader(r.FormValue("script"))
	cmd.Run()
}

func process(w http.ResponseWriter, r *http.Request) {
	// ruleid: injection/os-command-string-go
	os.StartProcess(r.FormValue("program"), nil, &os.ProcAttr{})
}

func sorted(w http.ResponseWriter, r *http.Request) {
	cmd := exec.Command("sort")
	// ok: injection/os-command-string-go
	cmd.Stdin = strings.NewReader(r.FormValue("lines"))
	cmd.Run()
}

func listed(w http.ResponseWriter, r *http.Request) {
	cmd := exec.Command("git", "log")
	// ok: injection/os-command-string-go
	cmd.Args = append(cmd.Args, "--", r.FormValue("file"))
	cmd.Run()
}

func stored(w http.ResponseWriter, r *http.Request) {
	var folder string
	db.QueryRow("SELECT folder FROM jobs WHERE id = $1", r.FormValue("id")).Scan(&folder)
	// ok: injection/os-command-string-go
	exec.Command("sh", "-c", "ls "+folder).Run()
}
