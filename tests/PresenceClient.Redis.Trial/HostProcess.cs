using System.Diagnostics;
using System.Globalization;

namespace PresenceClient.Redis.Trial;

/// <summary>A host's process as the trial sees it: what its readers know, checked with each change.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly TenantHistory _history;
    private readonly Findings _findings;
    private readonly (string? Sequence, long Look)[][] _known;
    private readonly Task _reading;
    private long _heardAt;
    private volatile bool _isKilled;

    public HostProcess(int number, Uri tenant, string redis, TenantServer server, Findings findings)
    {
        (Number, _history, _findings) = (number, server.History, findings);
        _known = [new (string?, long)[server.Ids.Count], new (string?, long)[server.Ids.Count]];
        _process = TrialProcess.Start(HostProgram.Verb, tenant.AbsoluteUri, redis);
        foreach (string id in server.Ids)
        {
            _process.StandardInput.WriteLine(id);
        }

        _process.StandardInput.WriteLine();
        _process.StandardInput.Flush();
        _heardAt = Stopwatch.GetTimestamp();
        _reading = Task.Run(ReadAsync);
    }

    public int Number { get; }

    public PresenceSharingRole Role { get; private set; }

    public long Epoch { get; private set; }

    public long TakeOvers { get; private set; }

    public int Hosts { get; private set; }

    /// <summary>The longest time without a sweep, from the first one.</summary>
    public TimeSpan LongestSilence { get; private set; }

    public int Sweeps { get; private set; }

    /// <summary>Whether the host is paused: its readers hear nothing then.</summary>
    public bool IsPaused { get; private set; }

    /// <summary>How many users a reader knows otherwise than the tenant.</summary>
    public int CountWrong() => _known.Sum(known =>
        known.Where((state, user) => state.Sequence is null || state.Look != _history.LatestOf(user).Look).Count());

    /// <summary>Describes the users whom a reader knows otherwise than the tenant.</summary>
    public IEnumerable<string> DescribeWrong() => _known.SelectMany((known, reader) => known
        .Select((state, user) => (state, user, Latest: _history.LatestOf(user)))
        .Where(static it => it.state.Sequence is null || it.state.Look != it.Latest.Look)
        .Select(it => $"host {Number} ({Role}), reader {reader}, user {it.user}: knows {it.state.Sequence} "
            + $"({it.state.Look:x}), the tenant has {it.Latest.Sequence} ({it.Latest.Look:x})"));

    /// <summary>Ends the process without a word.</summary>
    public void Kill()
    {
        _isKilled = true;
        _process.Kill();
    }

    public async Task PauseAsync()
    {
        IsPaused = true;
        await TrialProcess.SignalAsync(_process, "STOP");
    }

    public async Task ContinueAsync()
    {
        await TrialProcess.SignalAsync(_process, "CONT");
        _heardAt = Stopwatch.GetTimestamp();
        IsPaused = false;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.StandardInput.Close();
        }

        await _reading;
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private async Task ReadAsync()
    {
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            switch (line.Split(' '))
            {
                // A process that is killed can leave a line unfinished.
                case ["S", var role, var epoch, var takeOvers, var hosts] when int.TryParse(hosts, out int count):
                    (Role, Epoch, TakeOvers, Hosts) = (Enum.Parse<PresenceSharingRole>(role),
                        long.Parse(epoch, CultureInfo.InvariantCulture),
                        long.Parse(takeOvers, CultureInfo.InvariantCulture), count);
                    break;
                case ["W", _]:
                    Hear();
                    break;
                case ["C", var reader, var user, var sequence, var look]
                    when long.TryParse(look, CultureInfo.InvariantCulture, out long value):
                    Take(reader == "0" ? 0 : 1, int.Parse(user, CultureInfo.InvariantCulture), sequence, value);
                    break;
            }
        }
    }

    private void Hear()
    {
        long now = Stopwatch.GetTimestamp();
        TimeSpan silence = Stopwatch.GetElapsedTime(_heardAt, now);
        LongestSilence = Sweeps > 0 && !IsPaused && silence > LongestSilence ? silence : LongestSilence;
        _heardAt = now;
        Sweeps++;
    }

    private void Take(int reader, int user, string sequence, long look)
    {
        string? known = _known[reader][user].Sequence;
        if (!_history.Has(user, sequence, look))
        {
            // A line that a kill has cut short is not a state.
            if (!_isKilled && !_process.HasExited)
            {
                _findings.Invented($"host {Number}, reader {reader}, user {user}: {sequence}");
            }

            return;
        }

        if (string.CompareOrdinal(sequence, known) < 0)
        {
            _findings.OutOfOrder($"host {Number}, reader {reader}, user {user}: {sequence} after {known}");
        }

        _known[reader][user] = (sequence, look);
    }
}
