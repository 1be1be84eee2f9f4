package network

import (
	"fmt"
	"net/http"
	"os/exec"
	"regexp"
)

var hostName = regexp.MustCompile("^[a-z.]+$")

func ping(w http.ResponseWriter, r *http.Request) {
	// ruleid: go.injection.command-request
	output, _ := exec.Command("sh", "-c", "ping -c 1 "+r.FormValue("host")).Output()
	w.Write(output)
}

func run(w http.ResponseWriter, r *http.Request) {
	program := r.URL.Query().Get("program")
	// ruleid: go.injection.command-request
	output, _ := exec.Command(program).Output()
	w.Write(output)
}

func lookup(w http.ResponseWriter, r *http.Request) {
	host := r.PathValue("host")
	// ruleid: go.injection.command-request
	output, _ := exec.Command("sh", "-c", fmt.Sprintf("dig +short %s", host)).Output()
	w.Write(output)
}

func safePing(w http.ResponseWriter, r *http.Request) {
	// ok: go.injection.command-request
	output, _ := exec.Command("ping", "-c", "1", r.FormValue("host")).Output()
	w.Write(output)
}

func safeLookup(w http.ResponseWriter, r *http.Request) {
	host := r.PathValue("host")
	if !hostName.MatchString(host) {
		http.Error(w, "bad host", http.StatusBadRequest)
		return
	}
	// ok: go.injection.command-request
	output, _ := exec.Command("sh", "-c", "dig +short "+host).Output()
	w.Write(output)
}

func uptime(w http.ResponseWriter, r *http.Request) {
	// ok: go.injection.command-request
	output, _ := exec.Command("uptime").Output()
	w.Write(output)
}
