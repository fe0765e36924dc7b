package tokens

func create(user *User) {
	// ruleid: tokens/insecure-random-token-go
	token := fmt.Sprintf("%x", rand.Int63())
	// ruleid: tokens/insecure-random-token-go
	otp := 100000 + rand.Intn(900000)
	// ruleid: tokens/insecure-random-token-go
	user.ResetToken = strconv.Itoa(rand.Intn(1000000))
	// ruleid: tokens/insecure-random-token-go
	apiKey := rand.Uint64()
	// ruleid: tokens/insecure-random-token-go
	nonce := rand.Int31()
	// ruleid: tokens/insecure-random-token-go
	sessionID := strconv.FormatInt(rand.Int63n(1<<60), 36)
	// ok: tokens/insecure-random-token-go
	n, err := rand.Read(buffer)
	// ok: tokens/insecure-random-token-go
	delay := rand.Intn(100)
	// ok: tokens/insecure-random-token-go
	secret := hex.EncodeToString(buffer)
	// ok: tokens/insecure-random-token-go
	code, err := rand.Int(rand.Reader, max)
	// ok: tokens/insecure-random-token-go
	jitter := rand.Float64()
	// ok: tokens/insecure-random-token-go
	csrfToken := uuid.NewString()
}

func generateToken() string {
	b := make([]byte, 32)
	for i := range b {
		// ruleid: tokens/insecure-random-token-go
		b[i] = letters[rand.Intn(len(letters))]
	}
	return string(b)
}

func pickColor() string {
	// ok: tokens/insecure-random-token-go
	return colors[rand.Intn(len(colors))]
}
