import Store

extension BackendError {
    init(_ error: StoreError) {
        switch error.kind {
        case .diskFull:
            self.init(name: "StorageFull", sentence: "The disk is full: make room and try again.  Nothing is lost.")
        case .noSuchAccount:
            self.init(name: "NoSuchAccount", sentence: "The account was removed.")
        default:
            self.init(name: "StorageFailed", sentence: "The database refused (\(error.kind.code)): \(error.detail)")
        }
    }
}
