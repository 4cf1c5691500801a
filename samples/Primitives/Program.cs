using Primitives;

// What coroutines share and how they wait for each other: each part prints what happens, with the virtual time in seconds.
Journal.Show("1. Locks and semaphores", Kitchen.Open());
Journal.Show("2. Events", Doors.Open());
Journal.Show("3. Conditions", Shelf.Open());
Journal.Show("4. Barriers", Shift.Work());
Journal.Show("5. Channels", Orders.Serve());
Journal.Show("6. Select", DriveIn.Serve());
