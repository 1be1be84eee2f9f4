package tools

import (
	"context"
	"fmt"
	"os/exec"
)

func Archive(folder, target string) error {
	// ruleid: go.injection.command-shell
	return exec.Command("sh", "-c", fmt.Sprintf("tar czf %s %s", target, folder)).Run()
}

func Resolve(host string) ([]byte, error) {
	// ruleid: go.injection.command-shell
	return exec.Command("/bin/bash", "-c", "dig +short "+host).Output()
}

func Count(ctx context.Context, path string) ([]byte, error) {
	command := "wc -l " + path
	// ruleid: go.injection.command-shell
	return exec.CommandContext(ctx, "sh", "-c", command).Output()
}

func ArchiveSafely(folder, target string) error {
	// ok: go.injection.command-shell
	return exec.Command("tar", "czf", target, folder).Run()
}

func Uptime() ([]byte, error) {
	// ok: go.injection.command-shell
	return exec.Command("sh", "-c", "uptime | cut -d, -f1").Output()
}

func Describe(name string) ([]byte, error) {
	// ok: go.injection.command-shell
	return exec.Command("git", "log", "--grep="+name).Output()
}
