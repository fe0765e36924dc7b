require_relative 'greeting'

def start
  Greeting.say
  system('ls', '-l')
end
