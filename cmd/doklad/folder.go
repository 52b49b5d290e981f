package main

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"doklad/generator"
	"doklad/templates"
)

//go:embed newfolder
var newFolderFiles embed.FS

func initCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "init ПАПКА",
		Short: "Создать папку данных с примерами и пояснениями",
		Long: `Создаёт папку данных: кто мы, должностные лица, учреждения и один приказ-пример.
В каждом файле пояснено, что в нём писать. Папка сразу собирается командой
«doklad build --data ПАПКА». Готовые файлы не затрагиваются.`,
		Args:              namedFolder,
		ValidArgsFunction: oneFolder,
		RunE: func(c *cobra.Command, args []string) error {
			files, err := fs.Sub(newFolderFiles, "newfolder")
			if err != nil {
				return err
			}
			if err := copyOut(files, args[0]); err != nil {
				return failure{err.Error()}
			}
			fmt.Fprintf(c.OutOrStdout(), "Папка «%s» готова. Дальше: doklad build --data \"%s\"\n", args[0], args[0])
			return nil
		},
	}
}

func templatesCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "templates ПАПКА",
		Short: "Выписать тексты бумаг, чтобы изменить их под себя",
		Long: `Выписывает шаблоны бумаг в папку. Положите изменённый шаблон в папку templates
внутри папки организации: он будет взят вместо шаблона программы. Готовые файлы
не затрагиваются.`,
		Example:           "  doklad templates data/okhansk/templates",
		Args:              namedFolder,
		ValidArgsFunction: oneFolder,
		RunE: func(c *cobra.Command, args []string) error {
			if err := copyOut(templates.FS, args[0]); err != nil {
				return failure{err.Error()}
			}
			fmt.Fprintf(c.OutOrStdout(), "Шаблоны лежат в папке «%s».\n", args[0])
			return nil
		},
	}
}

// namedFolder demands one folder with a name.
func namedFolder(c *cobra.Command, args []string) error {
	if err := cobra.ExactArgs(1)(c, args); err != nil {
		return err
	}
	if strings.TrimSpace(args[0]) == "" {
		return errors.New("не названа папка")
	}
	return nil
}

// copyOut copies files into a folder; if one of them is there already, nothing
// is copied. The error is in Russian.
func copyOut(files fs.FS, dir string) error {
	var names []string
	err := fs.WalkDir(files, ".", func(name string, entry fs.DirEntry, err error) error {
		if err == nil && !entry.IsDir() {
			names = append(names, name)
		}
		return err
	})
	if err != nil {
		return err
	}
	for _, name := range names {
		target := filepath.Join(dir, filepath.FromSlash(name))
		if _, err := os.Lstat(target); err == nil {
			return fmt.Errorf("файл «%s» уже есть: ничего не записано\n  подсказка: назовите другую папку", filepath.ToSlash(target))
		} else if !errors.Is(err, fs.ErrNotExist) {
			return errors.New(sayMachine(err))
		}
	}
	out := newFolder(dir)
	for _, name := range names {
		text, err := fs.ReadFile(files, name)
		if err != nil {
			return err
		}
		if _, err := out.write(generator.File{Path: name, Bytes: text}); err != nil {
			return errors.New(sayMachine(err))
		}
	}
	return nil
}
