namespace Heliograph.Web;

/// <summary>Texts that are read and those that wait for it, of every door together: in the order they came, but a core is never held by long ones alone.</summary>
/// <param name="cores">How many the machine has; reading takes a whole one.</param>
internal sealed class ReadingQueue(int cores)
{
    /// <summary>How many may wait.</summary>
    public const int MostWaiting = 32;

    /// <summary>The size above which what is read is long: it takes a second and more. Unit: bytes.</summary>
    public const long LongBytes = 100_000;

    private readonly int _places = Math.Max(2, cores); // one of them is never a long one's
    private readonly Lock _lock = new();
    private readonly LinkedList<Turn> _waiting = [];
    private int _reading;
    private int _longReading;
    private long _over;
    private long _turnedAway;

    /// <summary>How many are read.</summary>
    public int Reading => Volatile.Read(ref _reading);

    /// <summary>How many have been read, or given up while they were.</summary>
    public long Over => Interlocked.Read(ref _over);

    /// <summary>How many found too many waiting.</summary>
    public long TurnedAway => Interlocked.Read(ref _turnedAway);

    /// <summary>How many wait.</summary>
    public int Waiting
    {
        get
        {
            lock (_lock) return _waiting.Count;
        }
    }

    /// <summary>Queues for a core.</summary>
    /// <param name="bytes">How large what is to be read is.</param>
    /// <returns>The turn, to be disposed when all is read; null where too many wait.</returns>
    public Turn? Enter(long bytes)
    {
        lock (_lock)
        {
            if (_waiting.Count >= MostWaiting)
            {
                _turnedAway++;
                return null;
            }

            var turn = new Turn(this, bytes > LongBytes);
            _waiting.AddLast(turn);
            Begin();
            return turn;
        }
    }

    private int PlaceOf(Turn turn)
    {
        lock (_lock) return turn.Begun.IsCompleted ? 0 : _waiting.TakeWhile(one => one != turn).Count() + 1;
    }

    private void Leave(Turn turn)
    {
        lock (_lock)
        {
            if (!_waiting.Remove(turn))
            {
                _reading--;
                _over++;
                if (turn.IsLong) _longReading--;
            }

            Begin();
        }
    }

    // The first that there is room for; whoever calls holds the lock
    private void Begin()
    {
        for (var node = _waiting.First; node is not null && _reading < _places;)
        {
            var (turn, following) = (node.Value, node.Next);
            if (!turn.IsLong || _longReading < _places - 1)
            {
                _waiting.Remove(node);
                _reading++;
                if (turn.IsLong) _longReading++;
                turn.Start();
            }

            node = following;
        }
    }

    /// <summary>One that waits, and then is read.</summary>
    public sealed class Turn : IDisposable
    {
        private readonly ReadingQueue _queue;
        private readonly TaskCompletionSource _begun = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _isOver;

        internal Turn(ReadingQueue queue, bool isLong) => (_queue, IsLong) = (queue, isLong);

        /// <summary>Whether it is long.</summary>
        public bool IsLong { get; }

        /// <summary>Done when its turn has come.</summary>
        public Task Begun => _begun.Task;

        /// <summary>How many stand in the queue up to it, itself with them; 0 when its turn has come.</summary>
        public int Place => _queue.PlaceOf(this);

        internal void Start() => _begun.SetResult();

        /// <summary>Leaves the queue, or the core.</summary>
        public void Dispose()
        {
            if (Interlocked.Exchange(ref _isOver, 1) == 0) _queue.Leave(this);
        }
    }
}
