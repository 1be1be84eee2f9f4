package archive

import (
	"archive/tar"
	"archive/zip"
	"errors"
	"os"
	"path/filepath"
	"strings"
)

func Unzip(archive *zip.Reader, folder string) error {
	for _, member := range archive.File {
		// ruleid: go.injection.archive-path
		path := filepath.Join(folder, member.Name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			return err
		}
	}
	return nil
}

func Untar(archive *tar.Reader, folder string) error {
	for {
		header, err := archive.Next()
		if err != nil {
			return err
		}
		// ruleid: go.injection.archive-path
		file, err := os.Create(filepath.Join(folder, header.Name))
		if err != nil {
			return err
		}
		file.Close()
	}
}

func Folders(archive *zip.ReadCloser, folder string) error {
	for _, member := range archive.File {
		// ruleid: go.injection.archive-path
		if err := os.MkdirAll(filepath.Join(folder, "new", member.Name), 0o755); err != nil {
			return err
		}
	}
	return nil
}

func UnzipSafely(archive *zip.Reader, folder string) error {
	for _, member := range archive.File {
		if !filepath.IsLocal(member.Name) {
			return errors.New("bad name")
		}
		// ok: go.injection.archive-path
		if err := os.MkdirAll(filepath.Join(folder, member.Name), 0o755); err != nil {
			return err
		}
	}
	return nil
}

func UnzipChecked(archive *zip.Reader, folder string) error {
	for _, member := range archive.File {
		// ok: go.injection.archive-path
		path := filepath.Join(folder, member.Name)
		if !strings.HasPrefix(path, folder+"/") {
			return errors.New("bad name")
		}
		if err := os.MkdirAll(path, 0o755); err != nil {
			return err
		}
	}
	return nil
}

func Report(folder string, shop struct{ Name string }) string {
	// ok: go.injection.archive-path
	return filepath.Join(folder, shop.Name)
}
