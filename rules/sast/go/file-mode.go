package files

import "os"

func Install(path string) error {
	// ruleid: go.auth.file-mode
	return os.Chmod(path, 0777)
}

func Share(path string) error {
	// ruleid: go.auth.file-mode
	return os.Chmod(path, 0o666)
}

func Open(file *os.File) error {
	// ruleid: go.auth.file-mode
	return file.Chmod(0o777)
}

func SafeInstall(path string) error {
	// ok: go.auth.file-mode
	return os.Chmod(path, 0755)
}

func Secret(path string, text []byte) error {
	// ok: go.auth.file-mode
	return os.WriteFile(path, text, 0o600)
}

func Chosen(path string, mode os.FileMode) error {
	// ok: go.auth.file-mode
	return os.Chmod(path, mode)
}
