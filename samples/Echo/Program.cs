using Echo;

return CommandLine.Create().Parse(args).Invoke();
