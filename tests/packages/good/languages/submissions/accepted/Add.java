class Add { }
