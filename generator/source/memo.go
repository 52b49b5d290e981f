package source

import "sync"

// memo keeps what is read once for many papers: profiles and fonts.
type memo[T any] struct {
	lock  sync.Mutex
	known map[string]func() T
}

// get gives the value of a key, made at the first call; others wait for it.
func (m *memo[T]) get(key string, make func() T) T {
	m.lock.Lock()
	value, ok := m.known[key]
	if !ok {
		if m.known == nil {
			m.known = map[string]func() T{}
		}
		value = sync.OnceValue(make)
		m.known[key] = value
	}
	m.lock.Unlock()
	return value()
}
