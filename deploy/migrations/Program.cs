// dotnet ef needs an executable to start from; there is nothing to run.
return 0;
