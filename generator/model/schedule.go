package model

import "strings"

// Schedule is when an activity is to be carried out («срок исполнения»). It
// keeps the author's words, because they are printed as they are.
type Schedule struct{ words string }

// NewSchedule never fails: whether the words make sense is for lint to say.
func NewSchedule(words string) Schedule { return Schedule{words} }

// String gives the author's words.
func (s Schedule) String() string { return s.words }

// IsEmpty reports whether no term was given at all.
func (s Schedule) IsEmpty() bool { return strings.TrimSpace(s.words) == "" }

// UnmarshalText keeps the words.
func (s *Schedule) UnmarshalText(b []byte) error {
	s.words = string(b)
	return nil
}

// MarshalText gives the words back.
func (s Schedule) MarshalText() ([]byte, error) { return []byte(s.words), nil }
