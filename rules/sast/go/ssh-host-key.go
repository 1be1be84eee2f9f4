package deploy

import (
	"net"

	"golang.org/x/crypto/ssh"
	"golang.org/x/crypto/ssh/knownhosts"
)

func Any(user string) *ssh.ClientConfig {
	return &ssh.ClientConfig{
		User: user,
		// ruleid: go.crypto.ssh-host-key
		HostKeyCallback: ssh.InsecureIgnoreHostKey(),
	}
}

func Relax(config *ssh.ClientConfig) {
	// ruleid: go.crypto.ssh-host-key
	config.HostKeyCallback = ssh.InsecureIgnoreHostKey()
}

func Silent(user string) *ssh.ClientConfig {
	// ruleid: go.crypto.ssh-host-key
	return &ssh.ClientConfig{User: user, HostKeyCallback: func(host string, address net.Addr, key ssh.PublicKey) error { return nil }}
}

func Known(user string) (*ssh.ClientConfig, error) {
	// ok: go.crypto.ssh-host-key
	callback, err := knownhosts.New("/etc/shop/known_hosts")
	return &ssh.ClientConfig{User: user, HostKeyCallback: callback}, err
}

func Fixed(user string, key ssh.PublicKey) *ssh.ClientConfig {
	// ok: go.crypto.ssh-host-key
	return &ssh.ClientConfig{User: user, HostKeyCallback: ssh.FixedHostKey(key)}
}

func Plain(user string) *ssh.ClientConfig {
	// ok: go.crypto.ssh-host-key
	return &ssh.ClientConfig{User: user}
}
