namespace CaseFlow.Fault.Tests.Running;

/// <summary>
/// Kills a site at random moments: within a command, between two, or while messages, jobs and mails are on their way.
/// The same seed chooses the same commands and delays; what the machine was doing at that moment differs each time.
/// </summary>
internal sealed class Kills(int seed, int count)
{
    private readonly Random _random = new(seed);
    private Task _underWay = Task.CompletedTask;
    private int _left = count;

    /// <summary>What lay unfinished at each kill.</summary>
    public List<Unfinished> Left { get; } = [];

    public bool AreDone => _left == 0 && !IsUnderWay;

    public bool IsUnderWay { get; private set; }

    /// <summary>Called as a command is sent: decides whether there is a kill soon after, and when.</summary>
    public void Plan(Site site)
    {
        if (_left == 0 || IsUnderWay || _random.Next(4) == 0)
            return;
        _left--;
        IsUnderWay = true;
        // Half of them within the command itself, half in the work that follows it.
        var delay = TimeSpan.FromMilliseconds(_random.Next(2) == 0 ? _random.Next(60) : _random.Next(800));
        _underWay = Kill(site, delay);
    }

    /// <summary>Waits for the kill under way and the start after it.</summary>
    public async Task UntilStarted() => await _underWay;

    private async Task Kill(Site site, TimeSpan delay)
    {
        // The delay is the fault itself: nothing is waited for here.
        await Task.Delay(delay);
        Left.Add(await site.KillAndStart());
        IsUnderWay = false;
    }
}
