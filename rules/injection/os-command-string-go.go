package net

import (
	"fmt"
	"net/http"
	"os/exec"
	"strconv"

	"github.com/gin-gonic/gin"
)

func ping(w http.ResponseWriter, r *http.Request) {
	host := r.URL.Query().Get("host")
	// ruleid: injection/os-command-string-go
	out, _ := exec.Command("sh", "-c", "ping -c 1 "+host).CombinedOutput()
	w.Write(out)
}

func lookup(c *gin.Context) {
	command := fmt.Sprintf("nslookup %s", c.Query("domain"))
	// ruleid: injection/os-command-string-go
	out, _ := exec.CommandContext(c, "/bin/bash", "-c", command).Output()
	c.String(200, string(out))
}

func run(c *gin.Context) {
	var body struct{ Command string }
	c.BindJSON(&body)
	// ruleid: injection/os-command-string-go
	exec.Command("bash", "-c", body.Command).Run()
}

func Archive(folder string) error {
	// ruleid: injection/os-command-string-go
	return exec.Command("sh", "-c", fmt.Sprintf("tar czf backup.tgz %s", folder)).Run()
}

func (s *Service) Convert(file string) error {
	line := "convert " + file + " out.png"
	// ruleid: injection/os-command-string-go
	cmd := exec.Command("cmd", "/C", line)
	return cmd.Run()
}

func tool(w http.ResponseWriter, r *http.Request) {
	// ruleid: injection/os-command-string-go
	exec.Command(r.FormValue("program"), "--version").Run()
}

func pingFine(w http.ResponseWriter, r *http.Request) {
	// ok: injection/os-command-string-go
	out, _ := exec.Command("ping", "-c", "1", r.URL.Query().Get("host")).Output()
	w.Write(out)
}

func number(w http.ResponseWriter, r *http.Request) {
	n, err := strconv.Atoi(r.FormValue("n"))
	if err != nil {
		return
	}
	// ok: injection/os-command-string-go
	exec.Command("sh", "-c", fmt.Sprintf("tail -n %d /var/log/app.log", n)).Run()
}

func checked(c *gin.Context) {
	host := c.Query("host")
	if !hostname.MatchString(host) {
		return
	}
	// ok: injection/os-command-string-go
	exec.Command("sh", "-c", "ping -c 1 "+host).Run()
}

func Git(ref string) error {
	// ok: injection/os-command-string-go
	return exec.Command("git", "log", "--", ref).Run()
}

func Uptime() error {
	// ok: injection/os-command-string-go
	return exec.Command("sh", "-c", "uptime | tail -n 1").Run()
}

func Shell(command string) error {
	// ok: injection/os-command-string-go
	return exec.Command("sh", "-c", command).Run()
}

func grepJoined(pattern, file string) ([]byte, error) {
	cmd := strings.Join([]string{"grep", pattern, file}, " ")
	// ruleid: injection/os-command-string-go
	return exec.Command("/bin/sh", "-c", cmd).Output()
}

func grepApart(pattern, file string) ([]byte, error) {
	// ok: injection/os-command-string-go
	return exec.Command("grep", "--", pattern, file).Output()
}
