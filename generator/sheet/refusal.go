package sheet

import (
	"fmt"

	"doklad/generator/diag"
)

// Refusal is why a file, or a sheet of it, cannot be read. It is for the person
// who sent it.
type Refusal struct{ Problem diag.Problem }

func (r *Refusal) Error() string {
	text := r.Problem.Text
	if r.Problem.Cell != "" {
		text = r.Problem.Cell + ": " + text
	}
	if r.Problem.Hint != "" {
		text += "; " + r.Problem.Hint
	}
	return text
}

func refuse(hint, format string, args ...any) error {
	return &Refusal{diag.Problem{Text: fmt.Sprintf(format, args...), Hint: hint}}
}

// The cures. Excel and LibreOffice write a sound file of almost anything that they
// can open.
const (
	saveAnew   = "откройте его в Excel и сохраните заново: Файл → Сохранить как → «Книга Excel (*.xlsx)»"
	sendAnew   = "файл испорчен при передаче: попросите прислать его ещё раз"
	shorten    = "проверьте, тот ли это файл; лишние листы и строки удалите"
	sendXLSX   = "нужна таблица: книга Excel (.xlsx) или текст CSV"
	saveAsUTF8 = "сохраните его из Excel как «CSV UTF-8 (разделители — запятые)» или как книгу .xlsx"
)

func damaged(part, format string, args ...any) error {
	return refuse(saveAnew, "книга повреждена (%s): %s", part, fmt.Sprintf(format, args...))
}
