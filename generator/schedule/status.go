package schedule

// Status is how an occurrence stands on a day («статус исполнения»).
type Status string

// The statuses, in the words of the execution report.
const (
	NotDue    Status = "срок не наступил"
	InWork    Status = "в работе"
	Done      Status = "исполнено"
	DoneLate  Status = "исполнено с опозданием"
	Partly    Status = "исполнено частично"
	Failed    Status = "не исполнено"
	Moved     Status = "перенесено"
	Void      Status = "утратило актуальность"
	Undefined Status = "срок не определён"
)

// Statuses are all statuses in the order of the report.
var Statuses = []Status{NotDue, InWork, Done, DoneLate, Partly, Failed, Moved, Void, Undefined}
