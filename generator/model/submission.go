package model

// Journal is what was decided of the submissions of a year («журнал приёма»). Entries
// are only added: what holds is the last word.
type Journal struct {
	Due     Date           `toml:"due"` // the last day to hand in («срок сдачи»)
	Entries []JournalEntry `toml:"entry"`
}

// JournalEntry is one decision, or the arrival of a file («запись журнала»).
type JournalEntry struct {
	Decision    Decision `toml:"decision"`
	Institution string   `toml:"institution"` // ID; empty: of the office itself
	Set         string   `toml:"set"`         // ID of the indicators: «preschool»
	File        string   `toml:"file"`        // its name within the folder of the year
	Sum         string   `toml:"sum"`         // of its bytes: another file is another thing
	Date        Date     `toml:"date"`        // of the decision or of the arrival
	Reason      string   `toml:"reason"`      // why it goes back
	By          string   `toml:"by"`          // who decided
	Entered     Date     `toml:"entered"`     // when it was written down
}

// Decision is what a journal entry says («решение о сданном файле»).
type Decision string

const (
	Received Decision = "received" // поступил
	Accepted Decision = "accepted" // проверено
	Approved Decision = "approved" // утверждено
	Returned Decision = "returned" // на доработку
	Replaced Decision = "replaced" // вместо него принят другой файл
)

// Decisions are all there are.
var Decisions = []Decision{Received, Accepted, Approved, Returned, Replaced}

// SubmissionStatus is how the submission of an institution stands («состояние сдачи»).
// It is never stored: it follows from the files that are there and from the journal.
type SubmissionStatus string

const (
	NothingSent   SubmissionStatus = "пусто"
	DraftSent     SubmissionStatus = "черновик"     // not filled in whole, or with mistakes
	SentForReview SubmissionStatus = "на проверке"  // whole, nobody has decided yet
	SentBack      SubmissionStatus = "на доработку" // this very file was returned
	SentAccepted  SubmissionStatus = "проверено"
	SentApproved  SubmissionStatus = "утверждено"
	SeveralSent   SubmissionStatus = "несколько файлов" // none is taken until one is chosen
)
