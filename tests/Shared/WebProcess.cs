using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace CaseFlow.Tests.Shared;

/// <summary>
/// The real web executable as a process of its own, with a data folder of its own, so that it can be killed like a server that
/// loses power and started again on what it left behind.
/// </summary>
internal sealed class WebProcess : IAsyncDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Probe = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentQueue<string> _output = new();
    private readonly Process _process;

    private WebProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
    }

    public Uri Address { get; }

    public bool HasExited => _process.HasExited;

    /// <summary>What the process has written so far, for the message of a failed test.</summary>
    public string Output => string.Join('\n', _output);

    public static string RepositoryRoot { get; } = FindRoot();

    /// <summary>Starts the executable and returns when it is ready to take work.</summary>
    /// <param name="dataFolder">Where it keeps its database; a folder that an earlier process left behind is taken up.</param>
    /// <param name="settings">Configuration keys and values, as <c>CaseFlow:Demo</c>.</param>
    /// <exception cref="InvalidOperationException">The process ended, or was not ready in time; the message holds its output.</exception>
    public static async Task<WebProcess> Start(string dataFolder, IReadOnlyDictionary<string, string> settings, int? port = null, CancellationToken ct = default)
    {
        Uri address = new($"http://localhost:{port ?? FreePort()}");
        ProcessStartInfo start = Prepare(dataFolder, settings);
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment["CaseFlow__BaseUrl"] = address.ToString().TrimEnd('/');

        WebProcess web = new(Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start"), address);
        web._process.OutputDataReceived += (_, line) => web.Keep(line.Data);
        web._process.ErrorDataReceived += (_, line) => web.Keep(line.Data);
        web._process.BeginOutputReadLine();
        web._process.BeginErrorReadLine();
        try
        {
            await web.UntilReady(ct);
            return web;
        }
        catch
        {
            await web.DisposeAsync();
            throw;
        }
    }

    /// <summary>Runs a verb of the executable (<c>replay --all</c>, <c>scenario run …</c>) beside or after a server, to its end.</summary>
    public static async Task<(int ExitCode, string Output)> Run(string dataFolder, IReadOnlyDictionary<string, string> settings, IEnumerable<string> arguments, CancellationToken ct = default)
    {
        ProcessStartInfo start = Prepare(dataFolder, settings);
        foreach (string argument in arguments) start.ArgumentList.Add(argument);
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start");
        Task<string> errors = process.StandardError.ReadToEndAsync(ct);
        string output = await process.StandardOutput.ReadToEndAsync(ct);
        await process.WaitForExitAsync(ct);
        return (process.ExitCode, output + await errors);
    }

    /// <summary>Ends the process at once, as kill -9 does: nothing in it gets to run any more.</summary>
    public async Task Kill()
    {
        if (!_process.HasExited) _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <summary>Asks the process to stop in order (SIGTERM), and waits for it.</summary>
    public async Task<int> Stop(CancellationToken ct = default)
    {
        using (Process kill = Process.Start("kill", ["-TERM", $"{_process.Id}"])) await kill.WaitForExitAsync(ct);
        await _process.WaitForExitAsync(ct);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        await Kill();
        _process.Dispose();
    }

    public static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static ProcessStartInfo Prepare(string dataFolder, IReadOnlyDictionary<string, string> settings)
    {
        string project = Path.Combine(RepositoryRoot, "src/CaseFlow.Web");
        string configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal) ? "Release" : "Debug";
        ProcessStartInfo start = new("dotnet")
        {
            WorkingDirectory = project,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.ArgumentList.Add(Path.Combine(project, $"bin/{configuration}/net10.0/CaseFlow.Web.dll"));
        // Only this environment serves scripts and styles from the build output.
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["CaseFlow__DataFolder"] = dataFolder;
        start.Environment["CaseFlow__Workflows"] = Path.Combine(RepositoryRoot, "workflows");
        foreach ((string key, string value) in settings) start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        return start;
    }

    private async Task UntilReady(CancellationToken ct)
    {
        using HttpClient client = new() { BaseAddress = Address, Timeout = TimeSpan.FromSeconds(5) };
        using PeriodicTimer probe = new(Probe);
        long started = Stopwatch.GetTimestamp();
        while (await probe.WaitForNextTickAsync(ct))
        {
            if (_process.HasExited) throw new InvalidOperationException($"The web process ended with {_process.ExitCode}:\n{Output}");
            if (Stopwatch.GetElapsedTime(started) > StartLimit) throw new InvalidOperationException($"The web process was not ready after {StartLimit}:\n{Output}");
            try
            {
                using HttpResponseMessage answer = await client.GetAsync("health/ready", ct);
                if (answer.IsSuccessStatusCode) return;
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }
        }
    }

    private void Keep(string? line)
    {
        if (line is null) return;
        _output.Enqueue(line);
        if (_output.Count > 400) _output.TryDequeue(out _);
    }

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "CaseFlow.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No CaseFlow.sln above {AppContext.BaseDirectory}");
    }
}
